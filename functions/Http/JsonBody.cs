using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Http;

/// <summary>Reads JSON bodies with a size limit.</summary>
public static class JsonBody
{
    public const int MaxBytes = 64 * 1024;

    /// <exception cref="BadHttpRequestException">400 if the body is not JSON of <paramref name="type"/>; 413; 415.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The Content-Type is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes
            ? throw new BadHttpRequestException($"The body is longer than {MaxBytes} bytes.", StatusCodes.Status413PayloadTooLarge)
            : Parse(buffer.AsSpan(0, length), type);
    }

    // The serializer's own message exposes internal types; the position is more useful to the caller.
    private static T Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new BadHttpRequestException("The body is null.");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})" : "";
            throw new BadHttpRequestException(
                $"The body is not the JSON that this operation expects{place}. {JsonFault.Describe(exception.Path, type)}".TrimEnd(), exception);
        }
    }
}
