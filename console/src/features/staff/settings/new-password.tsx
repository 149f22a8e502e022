import { useText } from '@/shared/i18n/text'
import { useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { useChangeStaff, type Member } from './api'
import { PasswordField } from './password-field'

export function NewPassword({ member, onClose }: { member: Member; onClose(): void }) {
  const t = useText()
  const done = useDone()
  const change = useChangeStaff()
  return (
    <FormDrawer<{ password: string }>
      title={t('settings.members.reset-password-of', { name: member.name })}
      initial={{ password: '' }}
      width={440}
      onClose={onClose}
      onSave={async ({ password }) => {
        await change.add(`members/${member.id}/password`, { password })
        done(t('settings.members.password-set', { name: member.name }))
      }}
    >
      <PasswordField login={member.login} label={t('settings.members.new-password')} hint={t('settings.members.reset-password-means')} />
    </FormDrawer>
  )
}
