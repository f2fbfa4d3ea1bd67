using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>The service's response to a request that it rejects.</summary>
internal sealed class RejectedException(string message, int status = StatusCodes.Status400BadRequest, string code = "InvalidRequestBody")
    : Exception(message)
{
    public IResult Answer(HttpResponse response)
    {
        response.Headers["x-ms-error-code"] = code;
        return Results.Json(new { error = new { code, message = Message } }, Wire.Json, statusCode: status);
    }
}
