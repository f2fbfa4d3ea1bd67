using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace VideoGate.Architecture.Tests;

/// <summary>An event that the code writes to audit logs.</summary>
/// <param name="Type">Its property of <c>AuditEventTypes</c>.</param>
/// <param name="Keys">Every key that its data may have.</param>
internal sealed record AuditWrite(string Type, IReadOnlyList<string> Keys);

/// <summary>
/// Finds the types and data keys of audit events in source code. Follows conditions, locals, returned values and parameters; anything
/// else is an error, so that no key goes unseen.
/// </summary>
internal sealed class AuditWrites
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "Functions.dll").Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly string[] Events = ["AuditEvent", "CaseEvent"];

    private readonly CSharpCompilation _code;
    private readonly List<SyntaxNode> _nodes;

    private AuditWrites(CSharpCompilation code) =>
        (_code, _nodes) = (code, [.. code.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes())]);

    /// <param name="sources">Texts of C# files that compile together.</param>
    /// <exception cref="NotSupportedException">A type or key cannot be told.</exception>
    public static IReadOnlyList<AuditWrite> In(IEnumerable<string> sources) => [.. new AuditWrites(Compile(sources)).All()];

    private static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Audited",
        sources.Append(ImplicitUsings).Select(source => CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Preview))), References);

    private IEnumerable<AuditWrite> All()
    {
        // Both have at least three parameters.
        var writes =
            from created in Operations<BaseObjectCreationExpressionSyntax, IObjectCreationOperation>(
                node => node.ArgumentList?.Arguments.Count > 2)
            where Events.Contains(created.Type?.Name)
            let type = Argument(created.Arguments, "Type")
            let data = Argument(created.Arguments, "Data")
            where !IsCopy(type, data)
            from write in Resolve(type, data)
            select write;
        var changes =
            from copy in Operations<WithExpressionSyntax, IWithOperation>(_ => true)
            where Events.Contains(copy.Type?.Name)
            from set in copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            where set.Target is IPropertyReferenceOperation { Property.Name: "Type" or "Data" }
            select Unknown(set);
        return changes.FirstOrDefault() is { } unknown ? throw unknown : writes;
    }

    /// <summary>Pairs type and data at each call if the method that writes them takes them as parameters.</summary>
    private IEnumerable<AuditWrite> Resolve(IOperation type, IOperation data)
    {
        if ((type as IParameterReferenceOperation ?? data as IParameterReferenceOperation)?.Parameter.ContainingSymbol is not { } method)
        {
            var keys = Keys(data).Distinct().ToList();
            return Types(type).Select(name => new AuditWrite(name, keys));
        }

        return
            from call in Operations<InvocationExpressionSyntax, IInvocationOperation>(
                node => node.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier.Text == method.Name)
            where SymbolEqualityComparer.Default.Equals(call.TargetMethod, method)
            from write in Resolve(Passed(type, call), Passed(data, call))
            select write;
    }

    private static IOperation Passed(IOperation value, IInvocationOperation call) =>
        value is not IParameterReferenceOperation taken ? value
        : Set(taken).FirstOrDefault() is { } set ? throw Unknown(set)
        : Argument(call.Arguments, taken.Parameter.Name);

    private IEnumerable<string> Types(IOperation type) => type switch
    {
        IPropertyReferenceOperation { Property.Name: "Name", Instance: IPropertyReferenceOperation { Property: var property } }
            when property.ContainingType.Name == "AuditEventTypes" => [property.Name],
        ILocalReferenceOperation when Set(type).FirstOrDefault() is { } set => throw Unknown(set),
        _ => Origins(type).SelectMany(Types),
    };

    private IEnumerable<string> Keys(IOperation data) => data switch
    {
        ICollectionExpressionOperation { Elements: [] } => [],
        IObjectCreationOperation { Arguments: [], Initializer: var members } => members?.Initializers.Select(Key) ?? [],
        ILocalReferenceOperation => Origins(data).SelectMany(Keys).Concat(Set(data).Select(Key)),
        _ => Origins(data).SelectMany(Keys),
    };

    /// <summary>Gets the values of which a value is one.</summary>
    private IEnumerable<IOperation> Origins(IOperation value) => (value switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } either => [either.WhenTrue, otherwise],
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value).Where(arm => Unwrap(arm) is not IThrowOperation),
        ILocalReferenceOperation local => Root(local).Descendants().OfType<IVariableDeclaratorOperation>()
            .Where(declared => SymbolEqualityComparer.Default.Equals(declared.Symbol, local.Local))
            .Select(declared => declared.GetVariableInitializer()?.Value ?? throw Unknown(local)),
        IInvocationOperation call when Returned(call.TargetMethod) is [_, ..] returned => returned,
        _ => throw Unknown(value),
    }).Select(Unwrap);

    private List<IOperation> Returned(IMethodSymbol method) =>
    [
        .. from declared in method.DeclaringSyntaxReferences
           let body = _code.GetSemanticModel(declared.SyntaxTree).GetOperation(declared.GetSyntax())
           from returned in body.Descendants().OfType<IReturnOperation>()
           select returned.ReturnedValue,
    ];

    /// <summary>Gets what changes a local or a parameter, and each call of its members.</summary>
    private static IEnumerable<IOperation> Set(IOperation reference) =>
        from used in Root(reference).Descendants()
        where Symbol(used) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, Symbol(reference))
        let use = used.Parent is IPropertyReferenceOperation { Arguments: [_] } indexer ? indexer.Parent : used.Parent
        where use is IAssignmentOperation or IInvocationOperation
        select use;

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation taken => taken.Parameter,
        _ => null,
    };

    private static string Key(IOperation set) =>
        set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue.Value: string key }] } }
            ? key
            : throw Unknown(set);

    // Written before: read from a log, or stored with the state that the event led to.
    private static bool IsCopy(IOperation type, IOperation data) =>
        type is IPropertyReferenceOperation { Property.Name: "Type", Instance: { } whose }
        && data is IObjectCreationOperation { Initializer: null, Arguments: [{ Value: var copied }] }
        && Unwrap(copied) is IPropertyReferenceOperation { Property.Name: "Data", Instance: { } same }
        && SymbolEqualityComparer.Default.Equals(Symbol(whose), Symbol(same));

    private IEnumerable<TOperation> Operations<TNode, TOperation>(Func<TNode, bool> where)
        where TNode : SyntaxNode => _nodes.OfType<TNode>().Where(where)
        .Select(node => _code.GetSemanticModel(node.SyntaxTree).GetOperation(node)).OfType<TOperation>();

    private static IOperation Argument(IEnumerable<IArgumentOperation> arguments, string parameter) =>
        Unwrap(arguments.Single(argument => argument.Parameter!.Name == parameter).Value);

    private static IOperation Unwrap(IOperation value) => value is IConversionOperation conversion ? Unwrap(conversion.Operand) : value;

    private static IOperation Root(IOperation operation) => operation.Parent is { } parent ? Root(parent) : operation;

    private static NotSupportedException Unknown(IOperation operation) =>
        new($"It cannot be told what this writes to audit logs: {operation.Kind} in {operation.Syntax.Parent}.");
}
