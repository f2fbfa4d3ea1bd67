namespace AiLabels.Xmp;

/// <summary>A property of the resource that the packet describes.</summary>
/// <param name="Name">One of <see cref="XmpName"/>.</param>
/// <param name="Value">Text, or the URI in <c>rdf:resource</c>.</param>
internal sealed record XmpProperty(string Name, string Value);
