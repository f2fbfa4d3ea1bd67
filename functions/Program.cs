using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using VideoGate.Access;
using VideoGate.Appeals;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Health;
using VideoGate.Intake;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Publishing.Labelling;
using VideoGate.Reconciliation;
using VideoGate.Reporting;
using VideoGate.Retention;
using VideoGate.Review;
using VideoGate.Review.Console;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Telemetry;
using VideoGate.TrustLists;
using VideoGate.Viewing;
using VideoGate.Webhooks;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTelemetry();
builder.UseAccess();
builder.UseHealth();
builder.AddTelemetry();
builder.Services
    .AddBlobStorage()
    .AddCases()
    .AddAudit()
    .AddPolicies()
    .AddAccess()
    .AddTrustLists()
    .AddIntake()
    .AddModeration()
    .AddPublishing()
    .AddLabelling()
    .AddReview()
    .AddAppeals()
    .AddSafety()
    .AddViewing()
    .AddConsole()
    .AddHealth()
    .AddWebhooks()
    .AddReporting()
    .AddReconciliation()
    .AddRetention();
builder.Build().Run();
