using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>
/// A result is kept as long as what it was read from is the same. So nobody may read the inside of members but where it is
/// noted: this looks at the generator's own code for calls that could.
/// </summary>
public sealed class DependencyTests
{
    private static readonly HashSet<string> Readings =
    [
        "SyntaxReference.GetSyntax", "SyntaxReference.GetSyntaxAsync", "SemanticModel.GetOperation",
        "ModelExtensions.GetOperation", "CSharpExtensions.GetOperation",
        "Compilation.GetSemanticModel", "SyntaxTree.GetRoot", "SyntaxTree.GetRootAsync", "SyntaxTree.GetText",
        "IOperation.get_SemanticModel", "SyntaxNode.get_Parent", "SyntaxNode.Ancestors", "SyntaxNode.AncestorsAndSelf",
        "SyntaxNode.FirstAncestorOrSelf", "SemanticModel.LookupSymbols", "Compilation.GetDiagnostics", "SemanticModel.GetDiagnostics",
        "Compilation.GetSymbolsWithName", "CompilationExtensions.GetEntryPoint", "Compilation.GetEntryPoint",
    ];

    /// <summary>Who may, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["MethodBodies"] = "notes every member it opens",
        ["BodyReads"] = "looks for the member to note",
        ["OutlineReader"] = "is about whole files",
        ["Signatures"] = "is about whole files",
        ["AttributedMethod"] = "finds the declaration of the method itself",
        ["MarkedFile"] = "binds marked methods",
        ["AttributeReader"] = "attributes, which are in frames and signatures",
        ["UsageRules"] = "modifiers and attributes, which are in frames and signatures",
        ["Layout"] = "whether a constructor is primary, which is in the frame",
        ["OperationLowering"] = "whether a property is a record's parameter, which is in the frame; parents within a body",
        ["CompositeMembers"] = "whether properties are automatic, which is in the frame, as are constructors of structs",
        ["DerivativeRules"] = "attributes and signatures",
        ["DerivativeLosses"] = "parents within a body",
    };

    [Fact]
    public void InsidesOfMembersAreReadWhereItIsNoted()
    {
        string[] readers = [.. Readers().Distinct().Order(StringComparer.Ordinal)];

        Assert.Contains("MethodBodies", readers);
        Assert.Empty(readers.Except(Allowed.Keys));
        Assert.Empty(Allowed.Keys.Except(readers));
    }

    /// <summary>The types with calls of such methods in the bodies of theirs, or of what the compiler made of lambdas in them.</summary>
    private static IEnumerable<string> Readers()
    {
        using PEReader file = new(File.OpenRead(typeof(GradientGenerator).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<int> tokens = [.. Tokens(metadata)];
        List<string> readers = [];

        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);

            if (method.RelativeVirtualAddress != 0
                && Calls(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!, tokens))
            {
                readers.Add(Outermost(metadata, method.GetDeclaringType()));
            }
        }

        return readers;
    }

    private static IEnumerable<int> Tokens(MetadataReader metadata)
    {
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);

            if (IsReading(metadata, member))
            {
                yield return MetadataTokens.GetToken(handle);
            }
        }

        for (int i = 1; i <= metadata.GetTableRowCount(TableIndex.MethodSpec); i++)
        {
            MethodSpecificationHandle handle = MetadataTokens.MethodSpecificationHandle(i);
            MethodSpecification method = metadata.GetMethodSpecification(handle);

            if (method.Method.Kind == HandleKind.MemberReference
                && IsReading(metadata, metadata.GetMemberReference((MemberReferenceHandle)method.Method)))
            {
                yield return MetadataTokens.GetToken(handle);
            }
        }
    }

    private static bool IsReading(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
        && Readings.Contains(
            $"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}");

    // An operand that happens to look like a call would be one reader too many, and be seen.
    private static bool Calls(byte[] code, HashSet<int> tokens) => Enumerable.Range(1, Math.Max(0, code.Length - 4)).Any(i =>
        (code[i - 1] == OpCodes.Call.Value || code[i - 1] == OpCodes.Callvirt.Value || code[i - 1] == (OpCodes.Ldftn.Value & 0xFF)
            || code[i - 1] == (OpCodes.Ldvirtftn.Value & 0xFF))
        && i + 4 <= code.Length
        && tokens.Contains(BitConverter.ToInt32(code, i)));

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);

        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return metadata.GetString(type.Name);
    }
}
