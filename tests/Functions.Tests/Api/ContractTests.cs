using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.ReviewConsole;

namespace VideoGate.Tests.Api;

/// <summary>The document and the code name the same operations.</summary>
public sealed class ContractTests
{
    private static readonly IReadOnlyDictionary<string, HttpTriggerAttribute> Triggers =
        (from type in typeof(AccessTable).Assembly.GetTypes()
         from method in type.GetMethods()
         let function = method.GetCustomAttribute<FunctionAttribute>()
         let trigger = method.GetParameters().Select(
             parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault()
         where function is not null && trigger is not null
         select (function.Name, trigger)).ToDictionary(pair => pair.Name, pair => pair.trigger);

    [Fact]
    public void Document_HasEveryFunctionAndNoOther()
    {
        // The console is a page beside the API.
        var functions =
            Triggers.Where(trigger => trigger.Key is not nameof(UnknownRoute) and not nameof(ServeConsole) and not nameof(OpenConsole)
                and not nameof(OpenMyVideos))
            .SelectMany(trigger =>
                trigger.Value.Methods!.Select(method => $"{trigger.Key}: {method.ToUpperInvariant()} /{Path(trigger.Value.Route!)}"));

        var documented = Contract.Shipped.Operations.Select(operation => $"{operation.Id}: {operation.Method} {operation.Path}");

        Assert.Equal(functions.Order(), documented.Order());
    }

    // OpenAPI has no parameters that span several segments.
    private static string Path(string route) => route.Replace("{*", "{", StringComparison.Ordinal);

    [Fact]
    public void Document_IsAnonymousWhereTheAccessTableIs()
    {
        var anonymous = Contract.Shipped.Operations.Where(operation => AccessTable.For(operation.Id).IsAnonymous);

        Assert.Equal(Contract.Shipped.Operations.Where(operation => operation.IsAnonymous), anonymous);
    }

    [Fact]
    public void Document_RefersOnlyToWhatItHolds()
    {
        Assert.All(Contract.Shipped.References, reference => Assert.NotNull(Contract.Shipped.Resolve(reference)));
    }

    [Fact]
    public void Document_HasAnExampleOfEveryBody()
    {
        // Act
        var without =
            from operation in Contract.Shipped.Operations
            from place in operation.JsonBodies
            where place.Content["example"] is null
            select $"{operation}: {place.Name}";

        // Assert
        Assert.Empty(without);
    }
}
