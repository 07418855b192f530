namespace Host.Web.Uploads;

/// <summary>How far one upload is: written by the request that carries it, read by those that ask.</summary>
internal sealed class UploadProgress
{
    private volatile int _stage;
    private volatile int _percent;

    public UploadStage Stage => (UploadStage)_stage;

    /// <summary>Of the stage, 0 to 100.</summary>
    public int Percent => _percent;

    public void Enter(UploadStage stage) => (_percent, _stage) = (0, (int)stage);

    public void Reach(int percent) => _percent = percent;
}
