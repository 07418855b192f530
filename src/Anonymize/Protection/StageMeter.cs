namespace Anonymize.Protection;

/// <summary>Adds up what is done of a stage, from any thread, and tells who listens. Parts may be done in part.</summary>
internal sealed class StageMeter(EngineStage stage, int total, IProgress<EngineStep>? listener)
{
    private readonly Lock _lock = new();
    private double _done;
    private int _told = -1;

    /// <summary>Tells that the stage has begun.</summary>
    public void Begin() => Add(0);

    public void Add(double parts)
    {
        lock (_lock)
        {
            _done += parts;
            var whole = Math.Min((int)(_done + 1e-9), total);
            if (whole != _told)
            {
                _told = whole;
                listener?.Report(new EngineStep(stage, whole, Math.Max(total, 1)));
            }
        }
    }
}
