using PfP.ServiceDefaults;

namespace PfP.Gateway.Sessions;

/// <summary>Where the provider leads back to after signing out. It ends nothing by itself: anybody may send anybody here.</summary>
internal static class SignedOut
{
    public static IResult Handle(HttpRequest request) => new SeeOther(LocalUrl.OrHome(request.Query["state"]));
}
