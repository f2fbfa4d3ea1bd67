using System.Net;
using Microsoft.IdentityModel.Tokens;
using VideoGate.Access;
using VideoGate.Tests.Access;

namespace VideoGate.Tests.Api;

/// <summary>Every operation with every role, without a token, and with invalid tokens.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class RoleMatrixTests(ApiFixture api)
{
    private static readonly Dictionary<string, string[]> Matrix = new()
    {
        ["CreateUpload"] = [Roles.Uploader],
        ["GetUpload"] = [Roles.Uploader],
        ["ListUploads"] = [Roles.Uploader],
        ["GetCase"] = [Roles.Uploader, Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetCaseAudit"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetPlayback"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ListEvidence"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetEvidence"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetRelatedCases"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ChangeDeclaration"] = [Roles.Uploader, Roles.Moderator, Roles.SeniorModerator],
        ["OrderTakedown"] = [Roles.Moderator, Roles.SeniorModerator],
        ["DecideTakedown"] = [Roles.Moderator, Roles.SeniorModerator],
        ["ListTakedowns"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["StartImport"] = [Roles.SeniorModerator],
        ["GetImport"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ReportImport"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ApplyImport"] = [Roles.SeniorModerator],
        ["CancelImport"] = [Roles.SeniorModerator],
        ["ListReviews"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetReview"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["DecideReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["PreviewDecision"] = [Roles.Moderator, Roles.SeniorModerator],
        ["BulkDecide"] = [Roles.Moderator, Roles.SeniorModerator],
        ["SummarizeReviews"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ListPolicies"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetPolicy"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ListPolicyVersions"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["StartBacktest"] = [Roles.SeniorModerator],
        ["ApplyBacktest"] = [Roles.SeniorModerator],
        ["GetBacktest"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetStatement"] = [Roles.Uploader, Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ExportDecisions"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["GetReviewMetrics"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["OrderErasure"] = [Roles.SeniorModerator],
        ["ConfirmErasure"] = [Roles.SeniorModerator],
        ["GetErasure"] = [Roles.Moderator, Roles.SeniorModerator, Roles.Auditor],
        ["ReleaseExpiry"] = [Roles.SeniorModerator],
        ["ClaimReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["ReleaseReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["HandOverReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["EscalateReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["RequestInformation"] = [Roles.Moderator, Roles.SeniorModerator],
        ["ConfirmReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["UndoReview"] = [Roles.Moderator, Roles.SeniorModerator],
        ["AnswerInformation"] = [Roles.Uploader],
        ["AppealDecision"] = [Roles.Uploader],
    };

    private static readonly ILookup<bool, string> IdsByAnonymity =
        Contract.Shipped.Operations.ToLookup(operation => operation.IsAnonymous, operation => operation.Id);

    public static TheoryData<string> Guarded => new(IdsByAnonymity[false]);

    public static TheoryData<string> Open => new(IdsByAnonymity[true]);

    [Fact]
    public void Matrix_HasEveryGuardedOperation()
    {
        Assert.Equal(IdsByAnonymity[false].Order(), Matrix.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Guarded_EachRole_IsAdmittedByTheMatrix(string operation)
    {
        foreach (var role in Roles.All)
        {
            using var response = await api.SendAsync(Request(operation, api.Token("someone", role)));

            Assert.True(Matrix[operation].Contains(role) == response.StatusCode is not HttpStatusCode.Forbidden,
                $"{role}: {response.StatusCode}");
            Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Guarded_WithoutRole_IsForbidden(string operation)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(operation, api.Token("someone")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(operation, api.Token("someone", "Administrator", "moderator")));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Guarded_WithoutGoodToken_IsUnauthorized(string operation)
    {
        foreach (var (spoilt, token) in SpoiltTokens())
        {
            Assert.True(await StatusAsync(operation, token) is HttpStatusCode.Unauthorized, spoilt);
        }
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Open_WithoutToken_Answers(string operation)
    {
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(operation, token: null));
    }

    private Dictionary<string, string?> SpoiltTokens() => new()
    {
        ["anonymous"] = null,
        ["no token"] = "x",
        ["expired"] = api.SpoiltToken(claims =>
        {
            claims.NotBefore = DateTime.UtcNow.AddHours(-2);
            claims.Expires = DateTime.UtcNow.AddHours(-1);
        }),
        ["another audience"] = api.SpoiltToken(claims => claims.Audience = "api://another"),
        ["another issuer"] = api.SpoiltToken(claims => claims.Issuer = "https://login.example.org/"),
        ["unsigned"] = api.SpoiltToken(claims => claims.SigningCredentials = null),
        ["foreign key"] =
            api.SpoiltToken(claims => claims.SigningCredentials = new(TestAuthority.ForeignKey, SecurityAlgorithms.RsaSha256)),
        ["no subject"] = api.SpoiltToken(claims => claims.Claims.Remove("sub")),
    };

    private async Task<HttpStatusCode> StatusAsync(string operation, string? token)
    {
        using var response = await api.SendAsync(Request(operation, token));
        return response.StatusCode;
    }

    // A request that passes the guard fails for another reason, and changes nothing.
    private static ApiRequest Request(string operation, string? token) =>
        new(operation, token, Body: Contract.Shipped.Operation(operation).TakesBody ? "{}" : null);
}
