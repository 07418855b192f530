namespace Host.Demo;

/// <summary>Progress of the demonstration.</summary>
/// <param name="Key">Text that names the step.</param>
/// <param name="Subject">Period.</param>
/// <param name="Done">Steps begun.</param>
/// <param name="Total">All steps.</param>
internal sealed record DemoStep(string Key, string Subject, int Done, int Total);
