namespace AiLabels.Pixels.Visible.Detection;

/// <summary>The property of pixels by which the letters of a line are told from its ground.</summary>
internal enum InkView
{
    /// <summary>Brightness.</summary>
    Luma,

    /// <summary>The weakest primary colour of bright letters, the strongest of dark ones: white on yellow.</summary>
    Primary,

    /// <summary>The difference of red from luma: red on grey of the same brightness.</summary>
    Red,

    /// <summary>The difference of blue from luma.</summary>
    Blue,
}
