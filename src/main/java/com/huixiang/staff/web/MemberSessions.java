package com.huixiang.staff.web;

import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * A session holds the id of the member and nothing else. What he may do is read when a request asks, so that a changed
 * role counts at once and a member who has left is out.
 */
@Component
class MemberSessions implements SecurityContextRepository {

    /** Spring Session keeps the value of this attribute in a column of its own: the sessions of a member can be found. */
    private static final String MEMBER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final Staff staff;
    private final FindByIndexNameSessionRepository<? extends Session> kept;
    private final JdbcClient sql;

    MemberSessions(Staff staff, FindByIndexNameSessionRepository<? extends Session> kept, JdbcClient sql) {
        this.staff = staff;
        this.kept = kept;
        this.sql = sql;
    }

    /** The old session, if any, ends here: nobody who knew its id is signed in by this. */
    void begin(HttpServletRequest request, StaffId member) {
        end(request);
        request.getSession(true).setAttribute(MEMBER, member.toString());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** All sessions of a member, at every node; but for one, if he keeps the one he is in. */
    void endAll(StaffId member, @Nullable String butFor) {
        kept.findByPrincipalName(member.toString()).keySet().stream()
                .filter(id -> !id.equals(butFor))
                .forEach(kept::deleteById);
    }

    Set<String> stillOpen(Collection<String> ids) {
        return Set.copyOf(sql.sql("select session_id from spring_session where session_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** There is nothing to save: {@link #begin} is the only way in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return memberOf(request) != null;
    }

    private static @Nullable String memberOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(MEMBER);
    }

    /** Public pages never ask, and so cost no statement. */
    private final class OnDemand implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean nobody;

        OnDemand(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = new SecurityContextImpl();
                Optional<SignedIn> member = Optional.ofNullable(memberOf(request))
                        .map(StaffId::from)
                        .flatMap(staff::findActor)
                        .map(actor -> new SignedIn(actor, request.getSession(false).getId()));
                member.ifPresent(known::setAuthentication);
                nobody = member.isEmpty();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return nobody;
        }
    }
}
