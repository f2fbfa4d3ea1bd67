using VideoGate.Architecture.Tests.Wrong.Lower;

namespace VideoGate.Architecture.Tests.Wrong.Upper;

/// <summary>May know <see cref="Cellar"/>, which lies below.</summary>
internal static class Roof
{
    public const int Height = 3;

    public static int Depth() => Cellar.Depth();
}
