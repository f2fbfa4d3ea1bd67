using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Http;

namespace Local.ContentSafety.Emulator;

/// <summary>The service's answer to a request that it does not take.</summary>
internal sealed class RejectedException : Exception
{
    private readonly int _status;
    private readonly string _code;

    private RejectedException(int status, string code, string message)
        : base(message)
    {
        _status = status;
        _code = code;
    }

    public static RejectedException Invalid(string message) => new(StatusCodes.Status400BadRequest, "InvalidRequestBody", message);

    public static RejectedException NotFound(string message) => new(StatusCodes.Status404NotFound, "NotFound", message);

    public static RejectedException AccessDenied() => new(
        StatusCodes.Status401Unauthorized,
        "401",
        "Access denied due to invalid subscription key or wrong API endpoint. The emulator's key is the setting ContentSafety:Key.");

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = _status;
        response.Headers["x-ms-error-code"] = _code;
        return response.WriteAsJsonAsync(new ErrorResponse(new ErrorBody(_code, Message)), Wire.Default.ErrorResponse);
    }
}
