using System.Text.Json;

namespace AiLabels.Reports;

/// <summary>
/// The C2PA Conforming Products List: the products that were assessed, and the subjects of their certificates. The caller gives it, as it
/// gives trust anchors.
/// </summary>
public sealed class ConformingProducts
{
    private readonly ILookup<(string Organization, string CommonName), Entry> _bySubject;

    private ConformingProducts(IEnumerable<Entry> entries) =>
        _bySubject = entries.ToLookup(entry => (entry.Product.Organization, entry.Product.Name));

    public static ConformingProducts None { get; } = new([]);

    public int Count => _bySubject.Sum(entries => entries.Count());

    /// <param name="json">Text of <c>conforming-products-list.json</c>.</param>
    /// <exception cref="ArgumentException">The text is not such a list, or it names no product that makes credentials.</exception>
    public static ConformingProducts FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var products = new ConformingProducts([.. document.RootElement.EnumerateArray().Select(Read).OfType<Entry>()]);
            return products.Count > 0
                ? products
                : throw new ArgumentException("The list names no product that makes content credentials.", nameof(json));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ArgumentException("The text is not a list of conforming products.", nameof(json), e);
        }
    }

    /// <summary>
    /// Returns the product with that subject; null if there is none. Unit and country count where the list gives them. Of several versions
    /// of one product the one assessed for video is returned, else the first.
    /// </summary>
    internal ConformingProduct? Find(string? organization, string? commonName, string? unit, string? country)
    {
        var entries = _bySubject[(organization ?? "", commonName ?? "")]
            .Where(entry => (entry.Unit is "" || entry.Unit == unit) && (entry.Country is "" || entry.Country == country))
            .ToList();
        return (entries.Find(entry => entry.Product.MakesVideo) ?? entries.FirstOrDefault())?.Product;
    }

    /// <summary>Returns null for validators and for products that no longer conform.</summary>
    private static Entry? Read(JsonElement record)
    {
        var product = record.GetProperty("product");
        if (Text(record, "status") != "conformant" || Text(product, "productType") != "generatorProduct")
        {
            return null;
        }

        var name = product.GetProperty("DN");
        return new Entry(
            new ConformingProduct
            {
                Name = Text(name, "CN"),
                Organization = Text(name, "O"),
                RecordId = Text(record, "recordId") is { Length: > 0 } id ? id : null,
                AssuranceLevel = product.TryGetProperty("assurance", out var assurance)
                    && assurance.TryGetProperty("maxAssuranceLevel", out var level) && level.TryGetInt32(out var number) ? number : null,
                MakesVideo = record.TryGetProperty("containers", out var containers)
                    && containers.TryGetProperty("generate", out var made) && made.TryGetProperty("video", out _),
                DisallowedSignals = product.TryGetProperty("disallowedSignals", out var disallowed) ? [.. Signals(disallowed)] : [],
            },
            Text(name, "OU"), Text(name, "C"));
    }

    private static IEnumerable<RubricSignal> Signals(JsonElement disallowed)
    {
        foreach (var kind in disallowed.EnumerateObject())
        {
            foreach (var name in kind.Value.EnumerateArray())
            {
                if (Enum.TryParse<RubricSignal>(name.GetString(), ignoreCase: true, out var signal))
                {
                    yield return signal;
                }
            }
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private sealed record Entry(ConformingProduct Product, string Unit, string Country);
}
