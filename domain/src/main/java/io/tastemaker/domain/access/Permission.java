package io.tastemaker.domain.access;

import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** One thing an actor may be allowed to do. Each use case asks for one on its first line, and each route declares it. */
public enum Permission {
    /** Read creators, dictionaries and what the team saved about them. */
    READ_CREATORS(Role.MEMBER, Scope.CREATORS_READ),
    /** Search, replay and explain rankings; keep favourites and saved searches. */
    SEARCH_CREATORS(Role.MEMBER, Scope.CREATORS_READ),
    /** Unlock creators and their e-mail addresses for the team. */
    UNLOCK_CREATORS(Role.MEMBER, Scope.CREATORS_WRITE),
    /** Have texts and posts read, and have profiles fetched from their platforms. */
    ANALYSE_CONTENT(Role.MEMBER, Scope.CREATORS_WRITE),
    /** Import creators, enter them by hand, change and delete them. */
    WRITE_CREATORS(Role.MANAGER, Scope.CREATORS_WRITE),
    /** Write the catalogue that every team reads. */
    WRITE_CATALOGUE,
    /** Read campaigns, matches and shortlists. */
    READ_CAMPAIGNS(Role.MEMBER, Scope.CAMPAIGNS_READ),
    /** Rank creators against a campaign's brief. */
    MATCH_CAMPAIGNS(Role.MEMBER, Scope.CAMPAIGNS_WRITE),
    /** Work on a campaign as far as the role, or the right that the campaign gives a member, allows. */
    WORK_ON_CAMPAIGNS(Role.MEMBER, Scope.CAMPAIGNS_WRITE),
    /** Create, change and delete campaigns and their shortlists. */
    WRITE_CAMPAIGNS(Role.MANAGER, Scope.CAMPAIGNS_WRITE),
    /** See exports, and fetch their files. */
    READ_EXPORTS(Role.MANAGER, Scope.EXPORTS_READ),
    /** Have data written to files, and remove those. */
    EXPORT_DATA(Role.MANAGER, Scope.EXPORTS_WRITE),
    /** Read lists of creators, as far as they are shown to the reader. */
    READ_LISTS(Role.MEMBER, Scope.CREATORS_READ),
    /** Make lists of creators, fill, change and share them, as far as the right to the list goes. */
    WRITE_LISTS(Role.MANAGER, Scope.CREATORS_WRITE),
    /** Read the team's proposals, once an operator has opened them to it. */
    READ_PROPOSALS(Role.MANAGER, Scope.CAMPAIGNS_READ),
    /** Write, send and decide the team's proposals, once an operator has opened them to it. */
    WRITE_PROPOSALS(Role.MANAGER, Scope.CAMPAIGNS_WRITE),
    /** See jobs. */
    READ_JOBS(Role.MEMBER, Scope.JOBS_READ),
    /** Cancel jobs. */
    WRITE_JOBS(Role.MANAGER, Scope.JOBS_WRITE),
    /** Read and change the own account, sessions, factors and teams; for people only. */
    OWN_ACCOUNT(Role.MEMBER),
    /** See the team, its members and what they used. */
    READ_TEAM(Role.MEMBER),
    /** Rename the team and change its settings. */
    WRITE_TEAM(Role.ADMIN),
    /** Invite, change and remove members. */
    WRITE_MEMBERS(Role.ADMIN),
    /** Transfer or delete the team. */
    OWN_TEAM(Role.OWNER),
    /** Buy, and see and change what was bought. */
    OWN_BILLING(Role.OWNER),
    /** See and make API keys. */
    WRITE_API_KEYS(Role.ADMIN),
    /** See and change where events are sent, and what was sent. */
    WRITE_WEBHOOKS(Role.ADMIN),
    /** Read and verify the audit log. */
    READ_AUDIT(Role.ADMIN),
    /** See the wallet, its ledger and its prices. */
    READ_WALLET(Role.MEMBER, Scope.WALLET_READ),
    /** Verify the ledger of the wallet. */
    VERIFY_WALLET(Role.ADMIN),
    /** Work as the platform: create teams, see the inner state of the program. */
    OPERATE;

    private final Optional<Role> role;
    private final Optional<Scope> scope;

    Permission(Role role, Scope scope) {
        this.role = Optional.of(role);
        this.scope = Optional.of(scope);
    }

    Permission(Role role) {
        this.role = Optional.of(role);
        this.scope = Optional.empty();
    }

    Permission() {
        this.role = Optional.empty();
        this.scope = Optional.empty();
    }

    /**
     * The least role that has this permission.
     *
     * @return the role, or empty when no team role has it but only operators and the system
     */
    public Optional<Role> role() {
        return role;
    }

    /**
     * The scope an API key needs besides its role.
     *
     * @return the scope, or empty when API keys never have this permission
     */
    public Optional<Scope> scope() {
        return scope;
    }

    /**
     * The permission to write creators of an owner, and what is known about them.
     *
     * @param owner a team, or the catalogue
     * @return {@link #WRITE_CATALOGUE} for the catalogue, {@link #WRITE_CREATORS} for a team
     */
    public static Permission toWriteCreatorsOf(TeamId owner) {
        return owner.equals(TeamId.CATALOGUE) ? WRITE_CATALOGUE : WRITE_CREATORS;
    }
}
