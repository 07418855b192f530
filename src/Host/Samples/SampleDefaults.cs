namespace Host.Samples;

/// <summary>The numbers behind the committed <c>data-samples/</c>.</summary>
internal static class SampleDefaults
{
    /// <summary>Cases in all twelve quarters; about 900 of them actual victims.</summary>
    public const int Cases = 1100;

    /// <summary>The first seed from 20260101 on with which every trap is in the file that the page of the samples names.</summary>
    public const ulong Seed = 20260102;
}
