namespace Host.Web.Headers;

/// <summary>What is answered when the program itself failed: that it did, and nothing else, since an exception may quote anything.</summary>
internal static class Faults
{
    public static void Answer(IApplicationBuilder fault) => fault.Run(async context =>
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Bir hata oluştu; sizden kaynaklanmıyor.\nSomething failed on our side.\n");
    });
}
