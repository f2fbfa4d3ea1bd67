using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGate.Access;
using VideoGate.Audit;
using VideoGate.Audit.Anchors;
using VideoGate.Audit.Verification;
using VideoGate.Cases.Api;
using VideoGate.Declarations;
using VideoGate.Detectors;
using VideoGate.Disclosures;
using VideoGate.Erasures;
using VideoGate.Health;
using VideoGate.Intake;
using VideoGate.LibraryImports;
using VideoGate.Maintenance;
using VideoGate.Moderation;
using VideoGate.Playback;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Publishing;
using VideoGate.Reevaluation;
using VideoGate.Reporting;
using VideoGate.Review.Api;
using VideoGate.ReviewConsole;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Takedowns;
using VideoGate.Telemetry;
using VideoGate.TrustLists;
using VideoGate.Webhooks;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTelemetry();
builder.UseAccess();
builder.UseHealth();
builder.AddTelemetry();
builder.Services.Configure<KestrelServerOptions>(static kestrel => kestrel.AddServerHeader = false);
builder.Services
    .AddBlobStorage()
    .AddCases()
    .AddAudit()
    .AddAuditAnchors()
    .AddAuditVerification()
    .AddPolicies()
    .AddBacktests()
    .AddAccess()
    .AddTrustLists()
    .AddIntake()
    .AddImports()
    .AddModeration()
    .AddPublishing()
    .AddLabelling()
    .AddReview()
    .AddTakedowns()
    .AddDeclarations()
    .AddReevaluation()
    .AddSafety()
    .AddDetectors()
    .AddPlayback()
    .AddConsole()
    .AddDisclosures()
    .AddHealth()
    .AddWebhooks()
    .AddReporting()
    .AddErasures()
    .AddReconciliation()
    .AddRetention();
builder.Build().Run();
