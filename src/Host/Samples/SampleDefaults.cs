namespace Host.Samples;

/// <summary>The numbers behind the committed <c>data-samples/</c>.</summary>
internal static class SampleDefaults
{
    /// <summary>Cases in all twelve quarters; about 900 of them actual victims.</summary>
    public const int Cases = 1100;

    public const ulong Seed = 20260101;
}
