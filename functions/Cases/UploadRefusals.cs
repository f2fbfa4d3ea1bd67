namespace VideoGate.Cases;

/// <summary>Texts about refused uploads, for their uploaders.</summary>
internal static class UploadRefusals
{
    /// <summary>Gets what happened and what the uploader can do.</summary>
    public static string Explain(UploadRefusal refusal) => refusal switch
    {
        UploadRefusal.Replaced => "The upload was replaced, changed or removed before it was accepted. Upload the video again.",
        UploadRefusal.AddressUsed => "This upload URL was already used. Request a new one to upload another video.",
        UploadRefusal.Archived => "The upload is in the archive tier and cannot be read. Upload the video again without an access tier.",
        UploadRefusal.CustomerKey => "The upload is encrypted with a customer-provided key and cannot be read. Upload the video again without that key.",
        UploadRefusal.CopyPending => "The upload was still being copied from another URL. Upload the file itself.",
        UploadRefusal.TooLarge => "The upload is larger than this service accepts. Upload a smaller file.",
        UploadRefusal.NotVideo => "The file is empty or is not a video, but a text, an image, a sound, a document or an archive. Upload a video.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };
}
