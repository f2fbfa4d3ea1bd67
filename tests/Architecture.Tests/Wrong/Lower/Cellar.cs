using VideoGate.Architecture.Tests.Wrong.Upper;

namespace VideoGate.Architecture.Tests.Wrong.Lower;

/// <summary>A deliberately wrong arrow: what lies below knows what lies above, inside a method.</summary>
internal static class Cellar
{
    public static int Depth() => typeof(Roof).Name.Length - 7;
}
