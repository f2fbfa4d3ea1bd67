using AiLabels.Reports;

namespace AiLabels.Tests.Peers;

/// <summary>Differences from other readers: which one is correct, and why.</summary>
internal static class Disagreements
{
    /// <summary>
    /// ffprobe is correct about the length, and reads packets from both ends for it: the headers of these files do not give it.
    /// </summary>
    public static bool StatesNoDuration(ContainerFacts container) => container.Fragmented || container.Format == ContainerFormat.MpegTs;

    /// <summary>
    /// ffprobe is correct about the size, which is in the parameter sets of the stream: the program map of MPEG-TS has no field for it.
    /// </summary>
    public static bool LeavesSizeToTheDecoder(ContainerFacts container) => container.Format == ContainerFormat.MpegTs;

    /// <summary>c2pa-rs 0.82 on files of the corpus. Unless noted otherwise, the specification supports this project.</summary>
    public static IReadOnlyList<CredentialDisagreement> OnCredentials { get; } =
    [
        new("cose/cert_inter_expired.mp4", "Trusted", CredentialIntegrity.Intact, SignerTrust.Expired,
            "An intermediate had expired when the claim was signed; a path is valid when all of it is (RFC 5280, section 6.1.3)."),
        new("cose/cert_is_tsa.mp4", "Trusted", CredentialIntegrity.Intact, SignerTrust.Invalid,
            "A time-stamper's certificate signs no claims (C2PA 2.2, section 14.5.1); there one pool of roots and purposes serves both."),
        new("cose/payload_other.mp4", "Trusted", CredentialIntegrity.Broken, SignerTrust.Unverified,
            "The attached payload is not the claim, so that what was signed is in doubt; there it is ignored."),
        new("cose/x5chain_missing.mp4", "Error", CredentialIntegrity.Broken, SignerTrust.Invalid,
            "Without a certificate the signature cannot hold, and what the manifest says is still told; there nothing is."),
        new("cose/x5chain_unprotected_33.mp4", "Error", CredentialIntegrity.Intact, SignerTrust.Trusted,
            "Label 33 may stand in either header (RFC 9360, section 2); there only the text x5chain may."),
        new("real/c2pars_dashinit.mp4", "Invalid", CredentialIntegrity.Intact, SignerTrust.Untrusted,
            "An initialization segment whose own hash matches; there its fragments, which are other files, must be handed over with it."),
        new("real/c2pars_legacy.mp4", "Invalid", CredentialIntegrity.Intact, SignerTrust.Untrusted,
            "The signature verifies with the certificate in the file; there a mismatch is reported."),
        new("real/c2pars_video1.mp4", "Invalid", CredentialIntegrity.Intact, SignerTrust.Trusted,
            "Its time-stamp of 2022 falls within the certificate's time; there it counts for nothing, and the certificate is expired."),
        new("real/c2pars_video1_no_manifest.mp4", "None", CredentialIntegrity.Unreadable, SignerTrust.Unverified,
            "The file names a remote manifest: it has credentials that are not read here. The peer reports none when fetching is off."),
        new("tamper/jumbf_lbox_0.mp4", "Error", CredentialIntegrity.Intact, SignerTrust.Trusted,
            "A box of length 0 reaches to the end (ISO/IEC 19566-5, clause A.2); there it is an error."),
        new("tamper/jumbf_lbox_huge.mp4", "Trusted", CredentialIntegrity.Unreadable, SignerTrust.Unverified,
            "The store claims 4 GB that are not there; there the length is not looked at."),
        new("tamper/verflags_nonzero.mp4", "Trusted", CredentialIntegrity.None, SignerTrust.None,
            "The version of the C2PA box must be 0 (C2PA 2.2, annex A.5.1); there it is not looked at."),
    ];
}
