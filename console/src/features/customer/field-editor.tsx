import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Input, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useWriteProfile, type Field } from './profile-api'

/** One value, corrected in its place. Enter keeps it, Escape leaves it; a correction can be taken back. */
export function FieldEditor({ field, customerId, onDone }: { field: Field; customerId: string; onDone(): void }) {
  const t = useText()
  const language = useLanguage()
  const complain = useComplaint()
  const write = useWriteProfile(customerId)
  const [value, setValue] = useState(field.value ?? '')
  const label = inLanguage(field.label, language)
  const isCorrected = field.said?.standing === 'staff'
  const keep = (next: string | null) => {
    if (next !== null && next === (field.value ?? '')) return onDone()
    write.mutate({ [field.key]: next }, { onSuccess: onDone, onError: complain })
  }
  const options = field.type === 'yes-no' ? [{ value: 'true', label: t('profile.yes') }, { value: 'false', label: t('profile.no') }] : field.choices.map((choice) => ({ value: choice.code, label: inLanguage(choice, language) }))
  return (
    <span className="profile-editor" onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      {field.type === 'choice' || field.type === 'yes-no' ? (
        <Select
          size="small"
          autoFocus
          allowClear
          aria-label={label}
          value={value || undefined}
          options={options}
          onChange={(next?: string) => setValue(next ?? '')}
        />
      ) : (
        <Input
          size="small"
          autoFocus
          aria-label={label}
          type={field.type === 'date' ? 'date' : 'text'}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          maxLength={500}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onPressEnter={() => keep(value.trim())}
        />
      )}
      <Button type="text" size="small" icon={<CheckOutlined />} aria-label={t('action.save')} loading={write.isPending} onClick={() => keep(value.trim())} />
      {isCorrected && (
        <Tooltip title={t('profile.take-back')}>
          <Button type="text" size="small" icon={<UndoOutlined />} aria-label={t('profile.take-back')} onClick={() => keep(null)} />
        </Tooltip>
      )}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('action.cancel')} onClick={onDone} />
    </span>
  )
}
