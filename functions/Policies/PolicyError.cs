namespace VideoGate.Policies;

/// <summary>An error in a policy file, with its remedy.</summary>
/// <param name="Line">Starts at 1.</param>
/// <param name="Column">Starts at 1; in UTF-16 code units, as in editors, or in bytes if the text is not JSON.</param>
/// <param name="Path">JSON path, such as <c>$.rules[2].when.origin[0]</c>.</param>
public sealed record PolicyError(string File, int Line, int Column, string Path, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Path}: {Message}";
}
