namespace AiLabels.Xmp;

/// <summary>A property of the resource that the packet describes.</summary>
/// <param name="Name">One of <see cref="XmpName"/>.</param>
/// <param name="Value">Text, or what <c>rdf:resource</c> names.</param>
internal sealed record XmpProperty(string Name, string Value);
