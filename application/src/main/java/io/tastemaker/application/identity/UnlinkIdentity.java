package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ExternalIdentities;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.util.List;

/** Takes the link to an account with another provider away, as long as there is another way to sign in. */
public final class UnlinkIdentity {

    private final PlatformTransactions transactions;
    private final Users users;
    private final ExternalIdentities identities;

    UnlinkIdentity(PlatformTransactions transactions, Users users, ExternalIdentities identities) {
        this.transactions = transactions;
        this.users = users;
        this.identities = identities;
    }

    /**
     * What is wanted.
     *
     * @param actor whose
     * @param identity which link
     */
    public record Command(Actor actor, ExternalIdentityId identity) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Unlinked() implements Outcome {}

        /** Without it the person could not sign in any more. */
        record OnlyWayIn() implements Outcome {}
    }

    /**
     * Takes it away.
     *
     * @param command what is wanted
     * @return whether it is gone
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        UserId user = OwnSession.of(command.actor()).user();
        return transactions.inTransaction(command.actor(), "auth.identity.unlink", () -> {
            User account = users.find(user).orElseThrow(Refusal.Unauthenticated::new);
            if (identities.of(user).stream().noneMatch(identity -> identity.id().equals(command.identity()))) {
                throw new Refusal.NotFound();
            }
            if (!identities.unlink(user, command.identity(), account.passwordHash().isEmpty())) {
                transactions.refused(Subject.of("identity", command.identity()));
                return new Outcome.OnlyWayIn();
            }
            transactions.about(Subject.of("identity", command.identity()), List.of());
            return new Outcome.Unlinked();
        });
    }
}
