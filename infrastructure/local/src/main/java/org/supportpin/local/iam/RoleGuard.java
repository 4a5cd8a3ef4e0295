package org.supportpin.local.iam;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpin.local.iam.Role.Grant;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Refuses what a function's role does not allow, as AWS would, and records which grants are used. */
public final class RoleGuard implements ExecutionInterceptor {

    private static final int FORBIDDEN = 403;

    private final String function;
    private final Role role;
    private final Permissions permissions;
    private final Set<Grant> used = ConcurrentHashMap.newKeySet();

    /** Guards the function with this logical id, which is printed with each refusal. */
    public RoleGuard(String function, Role role, String region) {
        this.function = function;
        this.role = role;
        this.permissions = new Permissions(region);
    }

    /** The grants that no call has needed so far. */
    public Set<Grant> unused() {
        var unused = role.grants();
        unused.removeAll(used);
        return unused;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        for (var permission : permissions.of(context.request())) {
            if (!role.allows(permission)) {
                throw denied(permission);
            }
            used.addAll(role.used(permission));
        }
    }

    private AwsServiceException denied(Permission permission) {
        // Condition values contain customer ids, so they are not printed.
        System.err.println("The role of " + function + " in template.yaml does not allow " + permission.action()
                + " on " + permission.resource() + " with "
                + permission.context().keySet());
        return AwsServiceException.builder()
                .message("not authorized to perform " + permission.action())
                .statusCode(FORBIDDEN)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .build())
                .build();
    }
}
