package com.huixiang.staff.web;

import com.huixiang.kernel.Caller;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A member whom this request comes from. Its name is the member's id. */
final class SignedIn extends AbstractAuthenticationToken implements Caller {

    private final transient Actor actor;
    private final String session;

    SignedIn(Actor actor, String session) {
        super(AuthorityUtils.createAuthorityList(
                actor.permissions().stream().map(Permission::code).toArray(String[]::new)));
        this.actor = actor;
        this.session = session;
        setAuthenticated(true);
    }

    Actor actor() {
        return actor;
    }

    /** The id of the session in which he signed in. */
    String session() {
        return session;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.id().toString();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public UUID id() {
        return actor.id().value();
    }

    @Override
    public String displayName() {
        return actor.name();
    }

    @Override
    public boolean mayLead() {
        return actor.mayLead();
    }

    @Override
    public boolean may(String permission) {
        return Permission.of(permission).map(actor::may).orElse(false);
    }
}
