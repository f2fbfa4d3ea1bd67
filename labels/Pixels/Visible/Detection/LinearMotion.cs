using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Position of text over time.</summary>
/// <param name="From">Time of its detected position.</param>
/// <param name="Drift">Speed to the right in pixels of the frame per second; 0 for still text.</param>
internal readonly record struct LinearMotion(TimeSpan From, double Drift)
{
    public Box At(TimeSpan time, Box box) => box.Shifted((int)Math.Round(Drift * (time - From).TotalSeconds), 0);

    /// <summary>Returns true if the region is still within the picture.</summary>
    public bool IsIn(Picture picture, Box region) => At(picture.Time, region) is var there && there.X >= 0 && there.Right <= picture.Width;

    /// <returns>The region, or null if it has drifted out of the picture.</returns>
    public Primaries? Part(Picture picture, Box region) => IsIn(picture, region) ? picture.Crop(At(picture.Time, region)) : null;
}
