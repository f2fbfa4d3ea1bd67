namespace VideoGate.Tests.Audit.Tampering;

/// <summary>One change to stored data past the app.</summary>
/// <param name="Name">What is done, in words.</param>
/// <param name="MakeAsync">Makes it, and returns what verification must name.</param>
internal sealed record Edit(string Name, Func<TamperFixture, Task<NamedFault>> MakeAsync)
{
    public override string ToString() => Name;
}
