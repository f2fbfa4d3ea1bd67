using System.Reflection;
using System.Text.Json;
using Local.Worker.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Http;

/// <summary>Binds a <c>[FromBody]</c> parameter from the JSON body of the request, with the options of <c>ConfigureHttpJsonOptions</c>.</summary>
internal static class JsonBody
{
    public static ParameterSource Source(ParameterInfo parameter) => async invocation =>
    {
        var request = ((HttpEvent)invocation.Trigger).Http.Request;
        try
        {
            return await request.ReadFromJsonAsync(parameter.ParameterType, invocation.CancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FunctionInputConverterException(
                $"The request body is no JSON of {parameter.ParameterType.Name} for parameter '{parameter.Name}'.", exception);
        }
    };
}
