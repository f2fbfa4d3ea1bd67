using System.Reflection;

namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>Compares the public surface of a replacement with the listings of the real packages.</summary>
internal static class SurfaceAssert
{
    /// <summary>
    /// Fails with every public type or member of <paramref name="standIn"/> that none of <paramref name="packages"/> has.
    /// </summary>
    public static void IsSubset(Assembly standIn, params string[] packages) =>
        IsSubset(standIn.GetExportedTypes(), new SurfaceListing(packages.Select(Listings.Read)));

    /// <inheritdoc cref="IsSubset(Assembly, string[])"/>
    public static void IsSubset(IEnumerable<Type> types, SurfaceListing listing)
    {
        var beyond = types.Select(RenderedType.Of).SelectMany(listing.Beyond).ToList();
        Assert.True(beyond.Count == 0, $"The stand-in offers what the real packages do not:\n{string.Join('\n', beyond)}");
    }
}
