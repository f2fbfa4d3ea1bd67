using VideoGate.Access;

namespace VideoGate.Tests.Access;

public sealed class AccessTableTests
{
    private static readonly IReadOnlyCollection<string> Functions = AccessTable.HttpFunctionsOf(typeof(AccessTable).Assembly);

    [Fact]
    public void Verify_ThisApp_HasARuleForEveryHttpFunctionAndNoOther()
    {
        AccessTable.Verify(Functions);

        Assert.Contains("CreateUpload", Functions);
        Assert.DoesNotContain("UploadArrived", Functions);
    }

    [Fact]
    public void Verify_FunctionWithoutRule_IsNamed()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => AccessTable.Verify([.. Functions, "Forgotten"]));

        Assert.Contains("Forgotten", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_RuleWithoutFunction_IsNamed()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => AccessTable.Verify([.. Functions.Where(name => name != "GetCase")]));

        Assert.Contains("GetCase", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_UnknownFunction_IsNobodys()
    {
        Assert.Throws<InvalidOperationException>(() => AccessTable.For("Forgotten"));
    }
}
