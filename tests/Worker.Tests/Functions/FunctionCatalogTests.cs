using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Worker.Tests.Support;

namespace Worker.Tests.Functions;

public sealed class FunctionCatalogTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(typeof(BrokenFunctions.TwoOfOneName), "the name is taken by Worker.Tests.Functions.BrokenFunctions+TwoOfOneName.")]
    [InlineData(typeof(BrokenFunctions.NoTrigger), "exactly one parameter with a trigger attribute, and has 0")]
    [InlineData(typeof(BrokenFunctions.TwoTriggers), "exactly one parameter with a trigger attribute, and has 2")]
    [InlineData(typeof(BrokenFunctions.NotPublic), "must be public")]
    [InlineData(typeof(BrokenFunctions.BadName), "a name starts with a letter")]
    [InlineData(typeof(BrokenFunctions.UnknownParameter), "parameter 'wanted' of type System.Uri cannot be bound")]
    [InlineData(typeof(BrokenFunctions.ParameterNotInRoute), "parameter 'number' of type System.Int32 cannot be bound")]
    [InlineData(typeof(BrokenFunctions.UnmarkedClient), "parameter 'client' of type Microsoft.DurableTask.Client.DurableTaskClient cannot be bound")]
    [InlineData(typeof(BrokenFunctions.BadRoute), "its route 'items/{id' is malformed")]
    [InlineData(typeof(BrokenFunctions.PlainResult), "an HTTP function returns IResult")]
    [InlineData(typeof(BrokenFunctions.UserLevel), "authorization level User")]
    [InlineData(typeof(BrokenFunctions.BlobAsBytes), "parameter 'blob' of type System.Byte[] cannot be bound")]
    [InlineData(typeof(BrokenFunctions.BlobPattern), "'uploads/{name}.mp4' is not of the form")]
    [InlineData(typeof(BrokenFunctions.BlobConnection), "Setting 'Nowhere' is missing")]
    [InlineData(typeof(BrokenFunctions.TimerSchedule), "'whenever' is no NCRONTAB schedule")]
    [InlineData(typeof(BrokenFunctions.TimerSetting), "names the setting 'Missing'")]
    [InlineData(typeof(BrokenFunctions.OrchestratorWithCancellation), "parameter 'cancellation' of type System.Threading.CancellationToken cannot be bound")]
    public void Function_ThatCannotRun_FailsTheBuildByName(Type functions, string problem)
    {
        var failure = Assert.Throws<FunctionLoadException>(() => Builder(functions).Build());

        Assert.StartsWith("Function 'Sample", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_ThatTwoFunctionsAnswer_FailTheBuild()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Builder(typeof(BrokenFunctions.SameRoute)).Build());

        Assert.Equal("Functions 'SampleOne' and 'SampleTwo' both answer GET api/Items/{id}.", failure.Message);
    }

    [Fact]
    public void HttpFunction_WithoutAWebApplication_FailsTheBuild()
    {
        var builder = RunningApp.Builder(_folder.Path, null, typeof(BrokenFunctions.UserLevel));

        Assert.Contains("HttpTriggerAttribute", Assert.Throws<FunctionLoadException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder Builder(Type functions)
    {
        var settings = new Dictionary<string, string> { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" };
        return RunningApp.Builder(_folder.Path, settings, functions).ConfigureFunctionsWebApplication();
    }
}
