namespace Azure.AI.ContentSafety;

/// <summary>A name that the service may extend; compared without case, as it compares them.</summary>
internal readonly struct WireName(string value) : IEquatable<WireName>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    public bool Equals(WireName other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is WireName other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    public override string ToString() => _value ?? "";
}
