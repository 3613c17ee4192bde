using Xunit.Sdk;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>
/// Runs <see cref="VectorChecks"/> in a process of their own: what the processor has is decided when a process starts. The
/// arguments are the files of the compiled shapes, with and without vectors.
/// </summary>
internal static class VectorProcess
{
    public static int Main(string[] arguments)
    {
        VectorPrograms programs = VectorPrograms.Of(File.ReadAllBytes(arguments[0]));
        VectorPrograms scalars = VectorPrograms.Of(File.ReadAllBytes(arguments[1]));
        int failures = 0;

        foreach ((string name, string type) in VectorPrograms.Names)
        {
            try
            {
                VectorChecks.Lengths(programs, name, type, data => scalars.Generated(name, type, data, offset: 0));
                VectorChecks.SpecialValues(programs, scalars, name, type);
            }
            catch (XunitException failure)
            {
                Console.WriteLine(failure.Message);
                failures++;
            }
        }

        Console.WriteLine(System.Numerics.Vector.IsHardwareAccelerated ? System.Numerics.Vector<byte>.Count : 0);
        return failures;
    }
}
