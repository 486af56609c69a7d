using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Members.Abuse;
using PfP.Identity.Members.Decisions;
using PfP.Identity.Members.Desk;
using PfP.Identity.Members.Directory;
using PfP.Identity.Members.Engagements;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Registrations;
using PfP.Identity.Members.Reviews;
using PfP.Identity.Members.Threads;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members;

internal static class MembersApi
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/members").WithTags("members");

        var registrations = members.MapGroup("/registrations").RequireAuthorization(Policies.Moderator);
        registrations.MapGet("/", ListRegistrations.HandleAsync).WithSummary("Who asked to join, oldest first.");
        registrations.MapGet("/{id:guid}", GetRegistration.HandleAsync).WithSummary("One of them; its ETag is what a decision needs.");
        Decides(registrations.MapPost("/{id:guid}/approve", ApproveRegistration.HandleAsync)).WithSummary("Makes the person a member.");
        Decides(registrations.MapPost("/{id:guid}/refuse", RefuseRegistration.HandleAsync)).WithSummary("Says no, and why.");

        var invitations = members.MapGroup("/invitations").RequireAuthorization(Policies.FocalPoint);
        invitations.MapGet("/", ListInvitations.HandleAsync).WithSummary("Invitations and what became of them, newest first; a focal point's are those of the own entity.");
        invitations.MapPost("/", InvitePeople.HandleAsync).WithSummary("Invites the people of a list, and says of each line what became of it.");
        invitations.MapPost("/file", InvitePeople.HandleFileAsync).Accepts<string>("text/csv").WithSummary("The same from CSV: name, email, country, organisation, role, language.");
        invitations.MapPost("/{id:guid}/resend", ResendInvitation.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Another mail with another link, and another 14 days.");
        invitations.MapDelete("/{id:guid}", WithdrawInvitation.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict).WithSummary("The link opens nothing any more.");

        Decides(members.MapPost("/{id:guid}/renew", RenewMembership.HandleAsync)).RequireAuthorization(Policies.Moderator).WithSummary("Another term.");
        Decides(members.MapPost("/{id:guid}/successor", AppointSuccessor.HandleAsync)).RequireAuthorization(Policies.Moderator)
            .WithSummary("Invites somebody in the member's place; the membership ends when they join.");
        Decides(members.MapPut("/{id:guid}/role", ChangeRole.HandleAsync)).RequireAuthorization(Policies.Administrator).WithSummary("Another role or entity; the member signs in again.");
        members.MapGet("/security-events", ListSecurityEvents.HandleAsync).RequireAuthorization(Policies.Administrator).WithSummary("What happened to accounts, newest first.");
        members.MapDirectory();
        members.MapIntroductions();
        members.MapThreads();
        members.MapEngagements();
        members.MapAbuseReports();
        members.MapGet("/years/{year:int}", GetYear.HandleAsync).RequireAuthorization(Policies.Moderator).WithSummary("How often members turned to each other in a year.");
        members.MapGet("/desk", ListDesk.HandleAsync).RequireAuthorization(Policies.Member).WithSummary("What waits for the reader, oldest first.");
    }

    private static RouteHandlerBuilder Decides(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
