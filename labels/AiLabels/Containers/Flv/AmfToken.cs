namespace AiLabels.Containers.Flv;

/// <summary>What an <see cref="AmfReader"/> stands at.</summary>
internal enum AmfToken
{
    /// <summary>A value without text or number, such as null or a date.</summary>
    Other,
    Text,
    Number,
    Boolean,

    /// <summary>The beginning of an object or array; its members follow.</summary>
    Begin,

    /// <summary>The end of an object or array.</summary>
    End,
}
