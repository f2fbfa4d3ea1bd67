using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Serverless.Access;

/// <summary>Reads JSON bodies within bounds.</summary>
public static class JsonBody
{
    public const int MaxBytes = 64 * 1024;

    /// <exception cref="BadHttpRequestException">413 or 415.</exception>
    /// <exception cref="JsonException">Not the JSON that <paramref name="type"/> describes.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is not declared to be JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes
            ? throw new BadHttpRequestException($"The body is longer than {MaxBytes} bytes.", StatusCodes.Status413PayloadTooLarge)
            : JsonSerializer.Deserialize(buffer.AsSpan(0, length), type) ?? throw new JsonException("The body is null.");
    }
}
