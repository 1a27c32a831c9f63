package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.OneTimeCodes;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.identity.TotpSecret;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** Looks at what a person shows besides the password, and uses it up. Works inside platform transactions. */
final class SecondFactor {

    private final Factors factors;
    private final OneTimeCodes codes;
    private final SecretBox box;

    SecondFactor(Factors factors, OneTimeCodes codes, SecretBox box) {
        this.factors = factors;
        this.codes = codes;
        this.box = box;
    }

    byte[] seal(FactorId id, TotpSecret secret) {
        return box.seal(secret.bytes(), context(id));
    }

    /** Whether a text is the code that one of the person's authenticators shows now, and was not used before. */
    boolean usesCode(UserId user, String text, Instant now) {
        return factors.list(user).stream().filter(TotpFactor::isActive)
                .anyMatch(factor -> stepOf(factor.id(), text, now).filter(step -> factors.useStep(factor.id(), step)).isPresent());
    }

    /** Whether a text is a recovery code of the person that was not used before. */
    boolean usesRecoveryCode(UserId user, String text, Instant now) {
        return RecoveryCode.read(text).filter(code -> factors.useRecoveryCode(user, Sha256.hex(code.value()), now)).isPresent();
    }

    /** The step whose code a text is. */
    Optional<Long> stepOf(FactorId id, String text, Instant now) {
        return OneTimeCode.read(text).flatMap(shown -> factors.sealedSecret(id)
                .map(sealed -> new TotpSecret(box.open(sealed, context(id))))
                .flatMap(secret -> OneTimeCode.stepsAround(now).stream().filter(step -> codes.at(secret, step).equals(shown)).findFirst()));
    }

    private static String context(FactorId id) {
        return "totp:" + id;
    }
}
