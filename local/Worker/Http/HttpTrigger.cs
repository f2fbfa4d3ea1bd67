using System.Reflection;
using Local.Worker.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Http;

namespace Local.Worker.Http;

internal sealed class HttpTrigger(string routePrefix) : TriggerKind
{
    // What a function answers that names no method.
    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    public override string BindingType => "httpTrigger";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is HttpTriggerAttribute;

    public override string Describe(LoadedFunction function) => $"[{string.Join(',', Methods(function))}] /{Template(function)}";

    public static HttpTriggerAttribute Attribute(LoadedFunction function) => (HttpTriggerAttribute)function.Trigger;

    public static string[] Methods(LoadedFunction function) =>
        Attribute(function).Methods is { Length: > 0 } named ? [.. named.Select(method => method.ToUpperInvariant())] : AllMethods;

    public string Template(LoadedFunction function) =>
        $"{routePrefix}/{Attribute(function).Route?.TrimStart('/') ?? function.Name}".TrimStart('/');

    public override void Check(TriggerBindingAttribute attribute, Type? result)
    {
        var trigger = (HttpTriggerAttribute)attribute;
        if (result is not null && !result.IsAssignableTo(typeof(IResult)))
        {
            throw new FormatException($"it returns {result}; an HTTP function returns IResult, or nothing when it writes the response itself.");
        }

        if (trigger.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
        {
            throw new FormatException($"authorization level {trigger.AuthLevel} has no meaning here; use Anonymous, Function or Admin.");
        }

        try
        {
            RoutePatternFactory.Parse(trigger.Route ?? "");
        }
        catch (RoutePatternException exception)
        {
            throw new FormatException($"its route '{trigger.Route}' is malformed. {exception.Message}", exception);
        }
    }

    public override ParameterSource? TriggerParameter(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(HttpRequest)
            ? invocation => ValueTask.FromResult<object?>(((HttpEvent)invocation.Trigger).Http.Request)
            : null;

    public override ParameterSource? OtherParameter(ParameterInfo parameter, TriggerBindingAttribute attribute) =>
        parameter.IsDefined(typeof(FromBodyAttribute)) ? JsonBody.Source(parameter)
        : RoutePatternFactory.Parse(((HttpTriggerAttribute)attribute).Route ?? "").GetParameter(parameter.Name!) is not null
            ? RouteValue.Source(parameter)
        : null;
}
