using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Serverless.Access;
using Serverless.Appeals;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Health;
using Serverless.Intake;
using Serverless.Moderation;
using Serverless.Policies;
using Serverless.Publishing;
using Serverless.Publishing.Labelling;
using Serverless.Reconciliation;
using Serverless.Reporting;
using Serverless.Retention;
using Serverless.Review;
using Serverless.Review.Console;
using Serverless.Safety;
using Serverless.Storage;
using Serverless.Telemetry;
using Serverless.TrustLists;
using Serverless.Viewing;
using Serverless.Webhooks;

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
