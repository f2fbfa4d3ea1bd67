using Surface;

namespace DurableTask.Tests.Surface;

/// <summary>The comparison itself: it must fail on every kind of difference that would not compile, or compile differently, against the real package.</summary>
public sealed class SurfaceComparisonTests
{
    private const string Head = "class DurableTask.Tests.Surface.Sample : IDisposable";

    private static readonly string[] Members =
    [
        ".ctor(string name, int count = 3)",
        "string Name { get; }",
        "string? Note { get; init; }",
        "virtual T? Read<T>(string? data)",
        "void Dispose()",
        "static Sample Create(CancellationToken cancellation = default)",
    ];

    [Fact]
    public void IsSubset_SameMembers_Passes() => Compare(Head, Members);

    [Fact]
    public void IsSubset_ListingHasMore_Passes() => Compare(Head, [.. Members, "int Extra()"]);

    [Fact]
    public void IsSubset_ListingWithoutAnnotations_IgnoresThem() =>
        Compare(Head, Members.Select(member => member.Replace("?", string.Empty, StringComparison.Ordinal)));

    [Theory]
    [InlineData("void Dispose()", "int Unrelated()")]
    [InlineData("int count = 3", "int number = 3")]
    [InlineData("int count = 3", "int count = 4")]
    [InlineData("int count = 3", "int count")]
    [InlineData("string name", "object name")]
    [InlineData("string Name { get; }", "string Name { get; set; }")]
    [InlineData("string? Note", "string Note")]
    [InlineData("{ get; init; }", "{ get; set; }")]
    [InlineData("virtual T?", "T?")]
    [InlineData("T? Read", "T Read")]
    [InlineData("static Sample", "Sample")]
    public void IsSubset_MemberDiffers_Fails(string real, string listed) =>
        AssertFails(Head, Members.Select(member => member.Replace(real, listed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("sealed class DurableTask.Tests.Surface.Sample : IDisposable")]
    [InlineData("class DurableTask.Tests.Surface.Sample")]
    [InlineData("class DurableTask.Tests.Surface.Other : IDisposable")]
    public void IsSubset_TypeDiffers_Fails(string head) => AssertFails(head, Members);

    private static void Compare(string head, IEnumerable<string> members) => SurfaceAssert.IsSubset(
        [typeof(Sample)], new SurfaceListing($"# Sample\n\n{head}\n{string.Join('\n', members.Select(member => "  " + member))}"));

    private static void AssertFails(string head, IEnumerable<string> members) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Compare(head, members));
}
