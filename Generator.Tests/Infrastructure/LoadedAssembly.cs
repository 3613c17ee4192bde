using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>A compilation, loaded; unloads itself once nothing refers to it.</summary>
internal sealed class LoadedAssembly
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Assembly _assembly;

    private LoadedAssembly(Assembly assembly) => _assembly = assembly;

    public static LoadedAssembly Of(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Of(image);
    }

    /// <summary>An assembly that a compilation wrote.</summary>
    public static LoadedAssembly Of(MemoryStream image)
    {
        image.Position = 0;
        return new LoadedAssembly(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>Where a program starts.</summary>
    public MethodInfo EntryPoint => _assembly.EntryPoint ?? throw new MissingMethodException("The assembly is no program.");

    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Calls a static method; an exception of the method comes out as it is.</summary>
    public object? Call(string type, string method, params object?[] arguments)
    {
        MethodInfo target = Type(type).GetMethod(method, Any)
            ?? throw new MissingMethodException(type, method);
        return target.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
