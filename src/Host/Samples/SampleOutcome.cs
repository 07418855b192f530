namespace Host.Samples;

/// <summary>What became of a call to write samples.</summary>
internal enum SampleOutcome
{
    Written,

    /// <summary>The folder exists and is not empty, or is a file; it was left alone.</summary>
    FolderNotEmpty,
}
