namespace VideoGate.Cases;

/// <summary>Texts about refused uploads, for their uploaders.</summary>
internal static class UploadRefusals
{
    /// <summary>Gets what happened and what the uploader can do.</summary>
    public static string Explain(UploadRefusal refusal) => refusal switch
    {
        UploadRefusal.Replaced => "The upload was replaced, changed or removed before it was taken in. Upload the video again.",
        UploadRefusal.AddressUsed => "The address has delivered a video before. Ask for another address to upload another video.",
        UploadRefusal.Archived => "The upload is in the archive tier and cannot be read. Upload the video again without a tier.",
        UploadRefusal.CustomerKey => "The upload is encrypted with a key of yours and cannot be read. Upload the video again without one.",
        UploadRefusal.CopyPending => "The upload was still being copied from another address. Upload the file itself.",
        UploadRefusal.TooLarge => "The upload is larger than this service accepts. Upload a smaller file.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };
}
