namespace VideoGate.Policies;

/// <summary>What is wrong in a policy file and how to mend it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units as editors count; in bytes where the text is not JSON.</param>
/// <param name="Path">JSON path, such as <c>$.rules[2].when.origin[0]</c>.</param>
public sealed record PolicyError(string File, int Line, int Column, string Path, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Path}: {Message}";
}
