namespace EndToEnd.Portal;

/// <summary>
/// Every route of the server, an address of it, and who may use it. A route that is not here fails a test until somebody has thought about who may use it.
/// </summary>
internal static class RouteTable
{
    /// <summary>Anybody, without signing in.</summary>
    public static readonly string[] Everybody = ["", "begun", "partner", "analyst", "approver", "publisher", "operator", "officer", "methodologist", "reader", "auditor"];

    private static readonly string[] Begun = Everybody[1..];

    private static readonly string[] Staff = Everybody[2..];

    private static readonly string[] Cleared = ["analyst", "approver", "publisher"];

    /// <summary>Route, address, users. "begun" is somebody whose password was right and who has not shown the second factor.</summary>
    public static readonly (string Route, string Address, string[] Users)[] All =
    [
        ("/", "/", Everybody),
        ("/setup", "/setup", Everybody),
        ("/assets/{name}", "/assets/site.css", Everybody),
        ("/files/{period}/{**name}", "/files/2025/none.csv", Everybody),
        ("/health", "/health", Everybody),
        ("/v1/openapi.json", "/v1/openapi.json", Everybody),
        ("/v1/releases", "/v1/releases", Everybody),
        ("/v1/releases/{id}", "/v1/releases/latest", Everybody),
        ("/v1/releases/{id}/tables/{table}", "/v1/releases/latest/tables/sectors.csv", Everybody),

        // Open to the door; the key of a partner is asked for inside (UploadApiTests).
        ("/v1/uploads", "/v1/uploads", Everybody),
        ("/v1/uploads/{id}", "/v1/uploads/0000000000000000", Everybody),
        ("/v1/validations", "/v1/validations", Everybody),
        ("404", "/404", Everybody),
        ("{code:int:range(400,499)}", "/403", Everybody),
        ("/{**path}", "/nothing/at/all", Everybody),
        ("{tongue:language}", "/en", Everybody),
        ("{tongue:language}/method", "/en/method", Everybody),
        ("{tongue:language}/releases", "/en/releases", Everybody),
        ("{tongue:language}/releases/{id}", "/en/releases/none", Everybody),
        ("{tongue:language}/sectors", "/en/sectors", Everybody),
        ("{tongue:language}/sectors/{code}", "/en/sectors/NOSUCH", Everybody),
        ("{tongue:language}/{period:length(4,7)}", "/en/2025", Everybody),
        ("{tongue:language}/setup", "/en/setup", Everybody),
        ("{tongue:language}/sign-in", "/en/sign-in", Everybody),
        ("{tongue:language}/sign-in/provider", "/en/sign-in/provider", Everybody),
        ("{tongue:language}/second-factor", "/en/second-factor", Begun),
        ("{tongue:language}/sign-out", "/en/sign-out", Begun),
        ("{tongue:language}/new-password", "/en/new-password", Staff),
        ("{tongue:language}/desk", "/en/desk", Staff),
        ("{tongue:language}/desk/templates", "/en/desk/templates", Staff),
        ("{tongue:language}/desk/words", "/en/desk/words", ["partner"]),
        ("{tongue:language}/desk/users", "/en/desk/users", ["operator"]),
        ("{tongue:language}/desk/keys", "/en/desk/keys", ["operator"]),
        ("{tongue:language}/desk/system", "/en/desk/system", ["operator"]),
        ("/desk/jobs/{**path}", "/desk/jobs", ["operator"]),
        ("{tongue:language}/desk/uploads", "/en/desk/uploads", ["partner"]),
        ("{tongue:language}/desk/uploads/new", "/en/desk/uploads/new", ["partner"]),
        ("{tongue:language}/desk/uploads/{number:length(7,20)}", "/en/desk/uploads/U000099", ["partner"]),
        ("{tongue:language}/desk/deliveries/{id:length(16)}", "/en/desk/deliveries/0000000000000000", ["partner"]),
        ("{tongue:language}/desk/quarters", "/en/desk/quarters", Cleared),
        ("{tongue:language}/desk/protection", "/en/desk/protection", ["officer"]),
        ("{tongue:language}/desk/protection/consents", "/en/desk/protection/consents", ["officer"]),
        ("{tongue:language}/desk/protection/{draft}", "/en/desk/protection/none", ["officer"]),
        ("{tongue:language}/desk/method", "/en/desk/method", ["methodologist"]),
        ("{tongue:language}/desk/method/{draft}", "/en/desk/method/none", ["methodologist"]),
        ("{tongue:language}/desk/early", "/en/desk/early", ["reader"]),
        ("{tongue:language}/desk/early/{draft}/{**name}", "/en/desk/early/none", ["reader"]),
        ("{tongue:language}/desk/audit", "/en/desk/audit", ["auditor"]),
        ("{tongue:language}/desk/audit/releases", "/en/desk/audit/releases", ["auditor"]),
        ("{tongue:language}/desk/audit/people", "/en/desk/audit/people", ["auditor"]),
        ("{tongue:language}/desk/audit/destructions", "/en/desk/audit/destructions", ["auditor"]),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}", "/en/desk/quarters/2025-Q1", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/draft", "/en/desk/quarters/2025-Q1/draft", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/checklist", "/en/desk/quarters/2025-Q1/checklist", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/commentary", "/en/desk/quarters/2025-Q1/commentary", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/correction", "/en/desk/quarters/2025-Q1/correction", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/preview/{**name}", "/en/desk/quarters/2025-Q1/preview", Cleared),
        ("{tongue:language}/desk/quarters/{period:length(4,7)}/publication", "/en/desk/quarters/2025-Q1/publication", Cleared),
    ];
}
