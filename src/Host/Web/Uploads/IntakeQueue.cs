namespace Host.Web.Uploads;

/// <summary>Lets a few files be read at once; the others wait with their bytes still on the sender's side, since the intake holds a file in memory.</summary>
internal sealed class IntakeQueue(IntakePlaces places) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await places.Free.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            return await next(context);
        }
        finally
        {
            places.Free.Release();
        }
    }
}
