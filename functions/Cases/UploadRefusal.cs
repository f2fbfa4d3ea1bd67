using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>Why an upload was not taken in; its case ends superseded.</summary>
[JsonConverter(typeof(CamelCase<UploadRefusal>))]
public enum UploadRefusal
{
    /// <summary>Replaced, changed or removed before it was copied; a replacement has a separate case.</summary>
    Replaced,

    /// <summary>The address of the upload has delivered a video before.</summary>
    AddressUsed,

    /// <summary>In the archive tier, where nothing can be read.</summary>
    Archived,

    /// <summary>Encrypted with a key of the uploader.</summary>
    CustomerKey,

    /// <summary>Not a file yet: the service is still copying it from another address.</summary>
    CopyPending,

    /// <summary>Larger than <c>UploadLimits:MaxUploadBytes</c>.</summary>
    TooLarge,

    /// <summary>Certainly no video: empty, a text, an image, a sound, a document or an archive.</summary>
    NotVideo,
}
