import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import type { RowAct } from '@/shared/ui/settings/data-table'
import { useChangeStaff, type Member } from './api'

/** What an administrator does to an account besides changing what stands in it. */
export function useMemberActs(me: Me, onForgotPassword: (member: Member) => void): (member: Member) => RowAct[] {
  const t = useText()
  const ask = useAsk()
  const done = useDone()
  const complain = useComplaint()
  const change = useChangeStaff()

  const activate = (member: Member, active: boolean) => change.put(`members/${member.id}/activity`, { active })
  return (member) => {
    const { name } = member
    const acts: (RowAct | false)[] = [
      {
        key: 'password',
        title: t('settings.members.reset-password'),
        run: () => onForgotPassword(member),
      },
      {
        key: 'unlock',
        title: t('settings.members.unlock'),
        run: () => void change.remove(`members/${member.id}/lock-out`).then(() => done(t('settings.members.unlocked', { name })), complain),
      },
      member.twoFactor && {
        key: 'two-factor',
        title: t('settings.members.reset-two-factor'),
        run: () =>
          ask({
            title: t('settings.members.reset-two-factor-ask', { name }),
            means: t('settings.members.reset-two-factor-means'),
            act: t('settings.members.reset-two-factor'),
            run: () => change.remove(`members/${member.id}/two-factor`).then(() => done(t('settings.done'))),
          }),
      },
      member.active &&
        member.id !== me.id && {
          key: 'deactivate',
          title: t('settings.members.deactivate'),
          danger: true,
          run: () =>
            ask({
              title: t('settings.members.deactivate-ask', { name }),
              means: t('settings.members.deactivate-means'),
              act: t('settings.members.deactivate'),
              run: () =>
                activate(member, false).then(() => done(t('settings.members.deactivated', { name }), () => activate(member, true))),
            }),
        },
      !member.active && {
        key: 'reactivate',
        title: t('settings.members.reactivate'),
        run: () => void activate(member, true).then(() => done(t('settings.members.reactivated', { name })), complain),
      },
    ]
    return acts.filter((act) => act !== false)
  }
}
