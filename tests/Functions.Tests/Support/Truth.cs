using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Audit.Anchors;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Review.Queue;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Support;

/// <summary>The parts that keep cases and their logs in agreement, on real storage.</summary>
internal sealed class Truth
{
    private readonly ILoggerFactory _loggers;

    public Truth(
        BlobStorage storage, string? signingKey = null, TimeProvider? time = null, IAuditObserver[]? observers = null,
        ILoggerFactory? loggers = null)
    {
        time ??= TimeProvider.System;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        Storage = storage;
        Cases = new(storage, TimeProvider.System);
        Audit = new(storage, time, observers);
        Signer = new(Options.Create(new AuditOptions { SigningKey = signingKey }));
        Integrity = new(Cases, Audit, Signer, TestMetrics.Of<AuditMetrics>(), time, _loggers.CreateLogger<CaseIntegrity>());
        Journal = new(Cases, Audit, Integrity, TimeProvider.System);
        Queue = new(storage);
        Mover = TestUploads.Mover(storage);
        Usage = TestUploads.Usage(storage);
        Missing = new(storage);
        Closing = new(Journal, Queue, Usage, TestMetrics.Of<CaseMetrics>(), time, _loggers.CreateLogger<CaseClosing>());
        Return = new(Integrity, Cases, Mover, Missing, new(storage), Journal, Closing, time);
        Move = new(Cases, Integrity, Journal, Mover, Missing, Closing, Return, Usage);
        Changes = new(Cases, Journal, Integrity, new(Cases, Queue));
        Recorded = new(Cases, Audit);
    }

    public BlobStorage Storage { get; }

    public CaseStore Cases { get; }

    public AuditLog Audit { get; }

    public AuditSigner Signer { get; }

    public CaseIntegrity Integrity { get; }

    public CaseJournal Journal { get; }

    public ReviewQueueStore Queue { get; }

    public BlobMover Mover { get; }

    public UploaderUsage Usage { get; }

    public MissingVideo Missing { get; }

    public CaseClosing Closing { get; }

    public ReturnToQuarantine Return { get; }

    public FinalMove Move { get; }

    public ReviewChanges Changes { get; }

    public Recorded Recorded { get; }

    public AnchorStore Manifests => new(Storage);

    public AnchorChain Chain => new(Manifests, Signer, Options.Create(new AuditOptions()));

    public AuditVerifier Verifier(TimeProvider time, ILogger<AuditVerifier> logger, params ICaseIndex[] indexes) => new(
        Storage, Cases, Audit, Integrity, Manifests, Chain, indexes, TestMetrics.Of<AuditMetrics>(), time, logger);

    public AuditAnchorer Anchorer(TimeProvider time, params IAnchorObserver[] observers) => new(
        Audit, Manifests, Chain, Signer, observers, Clock(time), time, _loggers.CreateLogger<AuditAnchorer>());

    public static AnchorEvents Anchors(BlobStorage storage, WebhookOptions options)
    {
        var truth = new Truth(storage);
        return new(storage, truth.Chain, truth.Manifests, Options.Create(options));
    }

    public static StorageClock Clock(TimeProvider? time = null) =>
        new(time ?? TimeProvider.System, Options.Create(new StorageOptions()), NullLogger<StorageClock>.Instance);

    public ExpiryLimit Expiries(TimeProvider time, ReviewOptions? options = null)
    {
        var review = Options.Create(options ?? new ReviewOptions { QueueRefresh = TimeSpan.Zero, QueueMaxAge = TimeSpan.Zero });
        return new(Storage, new QueueSnapshots(Queue, review, TimeProvider.System), review, _loggers.CreateLogger<ExpiryLimit>());
    }

    /// <summary>Makes a key as operators do.</summary>
    public static string NewKey()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
