using System.Security.Cryptography;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Takes a file apart into frame, signatures and bodies; bodies are hashed, not looked into.</summary>
/// <remarks>What is not known to be a signature or a body belongs to the frame: that is slow at worst, never stale.</remarks>
internal sealed partial class OutlineReader
{
    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private readonly TextDigest _frame;
    private readonly TextDigest _signature;
    private readonly TextDigest _body;
    private readonly Dictionary<SignatureKey, ContentHash> _signatures = [];
    private readonly Dictionary<(ulong Scope, ulong Name), int> _ordinals = [];
    private readonly List<MemberOutline> _members = [];
    private readonly List<AttributedMethod> _attributed = [];
    private readonly List<AliasOutline> _aliases = [];
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
    private ulong _scope = MemberKey.Root;

    /// <summary>Where tokens go: into the frame, or into the signature that is being read.</summary>
    private TextDigest _target;

    /// <summary>The bodies of the member that is being read.</summary>
    private List<SyntaxNode> _bodies = [];

    private OutlineReader(string text, SHA256 algorithm, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
        _frame = new TextDigest(algorithm);
        _signature = new TextDigest(algorithm);
        _body = new TextDigest(algorithm);
        _target = _frame;
    }

    public static FileOutline Read(SyntaxTree tree, CancellationToken cancellation)
    {
        using SHA256 algorithm = SHA256.Create();
        OutlineReader reader = new(tree.GetText(cancellation).ToString(), algorithm, cancellation);
        reader._frame.Append(tree.FilePath);
        reader.Visit(tree.GetRoot(cancellation));
        reader._members.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return new FileOutline
        {
            Frame = reader._frame.Take(),
            Signatures = reader._signatures,
            Members = [.. reader._members],
            Attributed = [.. reader._attributed],
            Aliases = [.. reader._aliases],
            Constants = reader._constants,
            AsksForLines = reader._text.Contains("CallerLine"),
        };
    }

    private void Visit(SyntaxNode node)
    {
        _target.Append(node.RawKind);

        foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is not SyntaxNode inner)
            {
                AddToken(child.AsToken());
            }
            else if (inner is MemberDeclarationSyntax member)
            {
                VisitMember(member);
            }
            else if (IsBody(inner))
            {
                AddBody(inner);
            }
            else
            {
                Note(inner);
                Visit(inner);
            }
        }
    }

    private void VisitMember(MemberDeclarationSyntax member)
    {
        _cancellation.ThrowIfCancellationRequested();

        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                VisitScope(space, Signatures.Parts(space.Name).Aggregate(_scope, MemberKey.Extend));
                break;
            case BaseTypeDeclarationSyntax type:
                int arity = (type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0;
                VisitScope(type, MemberKey.Extend(_scope, MemberKey.TypeName(type.Identifier.ValueText, arity)));
                break;
            case GlobalStatementSyntax statement:
                VisitStatement(statement);
                break;
            case MethodDeclarationSyntax method when Signatures.IsSignature(method):
                VisitSignature(method, [method.Identifier.ValueText], isData: false);
                break;
            case PropertyDeclarationSyntax property when Signatures.IsData(property):
                VisitSignature(property, [property.Identifier.ValueText], isData: true);
                break;
            case FieldDeclarationSyntax field when Signatures.IsData(field):
                VisitSignature(
                    field, [.. field.Declaration.Variables.Select(static v => v.Identifier.ValueText)], isData: true);
                break;
            default:
                VisitWithBodies(member, _scope);

                if (member is BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax)
                {
                    AddOrder(Signatures.NameOf(member));
                }

                break;
        }
    }

    private void VisitScope(MemberDeclarationSyntax member, ulong scope)
    {
        ulong outer = _scope;
        _scope = scope;
        VisitWithBodies(member, outer);
        _scope = outer;
    }

    private void VisitSignature(MemberDeclarationSyntax member, string[] names, bool isData)
    {
        _target = _signature;
        VisitWithBodies(member, _scope);
        _target = _frame;
        ContentHash hash = _signature.Take();

        foreach (string name in names)
        {
            AddSignature(new SignatureKey(_scope, name, isData), hash);

            if (isData)
            {
                AddOrder(name);
            }
        }
    }

    /// <summary>A value of a type consists of its fields in the order of their declarations.</summary>
    private void AddOrder(string name)
    {
        _signature.Append(name);
        AddSignature(new SignatureKey(_scope, "", IsData: true), _signature.Take());
    }

    /// <summary>Signatures of one name count together, in their order.</summary>
    private void AddSignature(SignatureKey key, ContentHash hash)
    {
        if (_signatures.TryGetValue(key, out ContentHash before))
        {
            _signature.Append(before);
            _signature.Append(hash);
            hash = _signature.Take();
        }

        _signatures[key] = hash;
    }

    private void VisitWithBodies(MemberDeclarationSyntax member, ulong scope)
    {
        List<SyntaxNode> outer = _bodies;
        _bodies = [];
        Visit(member);
        MemberKey key = KeyOf(member, scope);
        AddMember(member, key);

        if (member is MethodDeclarationSyntax { AttributeLists.Count: > 0 } method)
        {
            string[] attributes = [.. Signatures.Attributes(method)];
            _attributed.Add(new AttributedMethod(key, method.Identifier.ValueText, method.SpanStart, attributes));
        }

        _bodies = outer;
    }

    private MemberKey KeyOf(MemberDeclarationSyntax member, ulong scope)
    {
        ulong name = MemberKey.Extend(MemberKey.Root, $"{member.RawKind} {Signatures.NameOf(member)}");
        _ = _ordinals.TryGetValue((scope, name), out int ordinal);
        _ordinals[(scope, name)] = ordinal + 1;
        return new MemberKey(scope, name, ordinal);
    }

    private void AddMember(MemberDeclarationSyntax member, MemberKey key)
    {
        if (_bodies.Count == 0)
        {
            return;
        }

        foreach (SyntaxNode body in _bodies)
        {
            _body.Append(body.RawKind);
            _body.Append(_text, body.Span);
        }

        TextSpan span = TextSpan.FromBounds(_bodies[0].SpanStart, _bodies[_bodies.Count - 1].Span.End);
        _members.Add(new MemberOutline(key, member.SpanStart, span, _body.Take()));
    }
}
